/**
 * The passwords of 8 characters and more that lists of leaked ones put first, in lower case; shorter ones are
 * refused for their length. Source: the "most common passwords" lists of the UK's NCSC and of NordPass.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 87654321 11111111 111111111 1111111111
  00000000 000000000 0000000000 12341234 123123123 1231231234 123321123 11223344 1122334455 112233445566 22222222
  33333333 44444444 55555555 66666666 77777777 88888888 99999999 147258369 147852369 159753456 789456123 741852963
  123654789 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx q1w2e3r4 q1w2e3r4t5 qwer1234 qwerty12
  qwerty123 qwerty1234 qwertyui qwertyuiop qwertyuiop123 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234
  abc12345 abc123456 abcdefgh abcdefg1 a1234567 a12345678 a123456789 aa123456 aa12345678 aaaaaaaa password password1
  password12 password123 password1234 password! passw0rd p@ssw0rd p@ssword pass1234 passwort passwort1 passwort123
  motdepasse contraseña contrasena iloveyou iloveyou1 ilovemyself sunshine sunshine1 princess princess1 football
  football1 baseball basketball superman batman123 spiderman michael1 charlie1 jennifer jordan23 liverpool
  liverpool1 chelsea123 arsenal1 barcelona welcome1 welcome123 letmein1 letmein123 trustno1 starwars computer
  internet samsung1 whatever dragon123 monkey123 master123 admin123 admin1234 administrator root1234 default1
  changeme changeme123 secret123 student1 student123 teacher1 teacher123 school123 trainer1 trainer123 learning
  test1234 testtest guest123 hello123 hellohello freedom1 jessica1 ashley123 nicole123 daniel123 andrew123
  pokemon1 minecraft naruto123 blink182 mustang1 corvette mercedes butterfly chocolate snoopy123`.split(
    /\s+/,
  ),
)
