type Cookie = { value: string; [option: string]: unknown }

let given = { headers: new Headers(), cookies: new Map<string, Cookie>() }

type RequestData = { headers?: HeadersInit; cookies?: Record<string, string> }

/** Sets the request for pages and actions in tests that mock `next/headers` with this file. Returns its cookies. */
export function setRequest({ headers, cookies = {} }: RequestData = {}): Map<string, Cookie> {
  const jar = new Map(Object.entries(cookies).map(([name, value]) => [name, { value } as Cookie]))
  given = { headers: new Headers(headers), cookies: jar }
  return jar
}

export async function headers(): Promise<Headers> {
  return given.headers
}

export async function cookies() {
  const { cookies: jar } = given
  return {
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: object) => void jar.set(name, { ...options, value }),
  }
}
