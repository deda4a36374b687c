/** Receivers: which argument says to whom something is sent, in every client of mail, chat and HTTP. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const to = (of: string | readonly string[], value: Pick, reference: string): Meaning => ({
  of,
  sink: { kind: 'recipient', value },
  reference,
});
/** An address of which a fixed host is the beginning has a receiver that nobody chooses. */
const open = /^(?!https?:\/\/[^/]+(?:\/|$)).*$/s;
const slack = 'https://api.slack.com/methods/chat.postMessage';

export default defineLibrary({
  id: 'receivers',
  title: 'Receivers of what is sent',
  homepage: 'https://genai.owasp.org/llmrisk/llm062025-excessive-agency/',
  python: {
    packages: [],
    modules: ['smtplib', 'sendgrid', 'resend', 'slack_sdk', 'twilio', 'yagmail', 'requests', 'httpx', 'boto3'],
    meanings: [
      to(
        'smtplib.{SMTP,SMTP_SSL,LMTP}().sendmail',
        { at: 1, named: ['to_addrs'] },
        'https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.sendmail',
      ),
      to(
        'smtplib.{SMTP,SMTP_SSL,LMTP}().send_message',
        { at: 2, named: ['to_addrs'] },
        'https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.send_message',
      ),
      to(
        'sendgrid.helpers.mail{,.mail}.Mail',
        { named: ['to_emails'], at: 1 },
        'https://github.com/sendgrid/sendgrid-python',
      ),
      to('resend.Emails.send', { at: 0, path: ['to'] }, 'https://resend.com/docs/api-reference/emails/send-email'),
      to('yagmail.SMTP().send', { named: ['to'], at: 0 }, 'https://github.com/kootenpv/yagmail'),
      to(
        'slack_sdk{.WebClient,.web.async_client.AsyncWebClient,.web.client.WebClient}().{chat_postMessage,files_upload_v2}',
        { named: ['channel'] },
        slack,
      ),
      to(
        'twilio.rest.Client().{messages,calls}.create',
        { named: ['to'] },
        'https://www.twilio.com/docs/messaging/api',
      ),
      to(
        ['requests{,.Session()}.{post,put}', 'httpx{,.Client(),.AsyncClient()}.{post,put}'],
        { named: ['url'], at: 0, matching: open },
        'https://requests.readthedocs.io/en/latest/user/quickstart/',
      ),
    ],
  },
  javascript: {
    packages: [],
    modules: ['nodemailer', '@sendgrid/mail', 'resend', 'postmark', '@slack/web-api', 'twilio'],
    meanings: [
      to('nodemailer{.default,}.createTransport().sendMail', { named: ['to'] }, 'https://nodemailer.com/message'),
      to('@sendgrid/mail{.default,}.send', { named: ['to'] }, 'https://github.com/sendgrid/sendgrid-nodejs'),
      to('resend.Resend().emails.send', { named: ['to'] }, 'https://resend.com/docs/api-reference/emails/send-email'),
      to('postmark.ServerClient().sendEmail', { named: ['To'] }, 'https://postmarkapp.com/developer/api/email-api'),
      to('@slack/web-api.WebClient().chat.postMessage', { named: ['channel'] }, slack),
      to('twilio{.default,}().messages.create', { named: ['to'] }, 'https://www.twilio.com/docs/messaging/api'),
    ],
  },
});
