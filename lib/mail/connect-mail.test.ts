import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { connectMail } from './connect-mail.ts'

const letter = {
  id: '0198c0de-0000-7000-8000-000000000000',
  to: { name: 'Noor', address: 'noor@school.test' },
  subject: 'Rust moved',
  text: 'To Tuesday',
  html: '<p>To Tuesday</p>',
}

/** A server that sends its greeting, then `words` words of a response that never ends. */
async function startTalker(words: number): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 school.test\r\n')
    socket.once('data', () => {
      let left = words
      const talking = setInterval(() => {
        left -= 1
        if (left > 0) socket.write('250-word\r\n')
        else socket.destroy()
      }, 20)
      socket.once('close', () => clearInterval(talking))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

test('an e-mail is given up after its timeout, even if the mail server keeps sending', async () => {
  const mail = connectMail({ smtpUrl: await startTalker(50), from: 'school@school.test', timeoutMs: 200 })
  await expect(mail.send(letter)).rejects.toThrow('The mail server did not answer in time')
})

test('without a mail server no e-mail is sent', async () => {
  const mail = connectMail({ smtpUrl: null, from: 'school@school.test' })
  expect(mail.configured).toBe(false)
  await expect(mail.send(letter)).resolves.toBeUndefined()
})
