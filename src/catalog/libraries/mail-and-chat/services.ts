/** Mail, chat and work services by what calls of their clients do: send, read what others wrote, or change. */
import type { Meaning } from '../../../kit/define-library.ts';

const sends = (of: string | readonly string[], reference: string): Meaning => ({
  of,
  effects: ['sends-out'],
  reference,
});
/** Messages, issues and pages: private, and anybody may have written them. */
const reads = (of: string | readonly string[], reference: string): Meaning => ({
  of,
  effects: ['reads-private-data', 'takes-untrusted-content'],
  yields: 'untrusted-input',
  reference,
});
const changes = (of: string | readonly string[], reference: string): Meaning => ({
  of,
  effects: ['changes-state'],
  reference,
});

const slack = 'https://api.slack.com/methods';
const gmail = 'https://developers.google.com/workspace/gmail/api/reference/rest';
const slackPython = 'slack_sdk{.WebClient,.web.async_client.AsyncWebClient,.web.client.WebClient}()';
const slackNode = '@slack/web-api.WebClient()';
const gmailPython = 'googleapiclient.discovery.build().users().{messages,threads,drafts}()';
const gmailNode = 'googleapis.google.gmail().users.{messages,threads,drafts}';
const github = 'github.Github().{get_repo,get_organization,get_user}()';
const octokit = '{@octokit/rest,octokit,@octokit/core}.Octokit(){.rest,}.{issues,pulls,repos}';

export const python: readonly Meaning[] = [
  sends(`${slackPython}.{chat_postMessage,files_upload,files_upload_v2,chat_scheduleMessage}`, slack),
  reads(`${slackPython}.{conversations_history,conversations_replies,search_messages,search_all}`, slack),
  sends(
    [
      'sendgrid.SendGridAPIClient().send',
      'resend.Emails.send',
      'yagmail.SMTP().send',
      'aiosmtplib.{send,SMTP().send_message}',
    ],
    'https://www.twilio.com/docs/sendgrid',
  ),
  sends(['twilio.rest.Client().{messages,calls}.create'], 'https://www.twilio.com/docs/libraries/python'),
  sends(`${gmailPython}.send`, gmail),
  reads(`${gmailPython}.{list,get}`, gmail),
  changes(`${gmailPython}.{trash,delete,modify,batchDelete,create}`, gmail),
  reads(
    [
      'googleapiclient.discovery.build().{files,documents,spreadsheets,events}().{list,get,export,export_media}',
      'googleapiclient.discovery.build().spreadsheets().values().get',
    ],
    'https://developers.google.com/workspace/drive/api/reference/rest/v3',
  ),
  changes(
    [
      'googleapiclient.discovery.build().{files,documents,events}().{create,update,delete,insert,batchUpdate}',
      'googleapiclient.discovery.build().spreadsheets().values().{update,append}',
    ],
    'https://developers.google.com/workspace/drive/api/reference/rest/v3',
  ),
  reads(
    ['exchangelib.Account().inbox.{all,filter}', 'exchangelib.Account().inbox'],
    'https://ecederstrand.github.io/exchangelib/',
  ),
  sends(
    ['exchangelib.Message().{send,send_and_save}', 'telegram.Bot().send_message', 'discord.Webhook.from_url().send'],
    'https://docs.python-telegram-bot.org',
  ),
  reads(
    [
      `${github}.{get_issue,get_issues,get_pull,get_pulls,get_contents}`,
      'jira.JIRA().{issue,search_issues}',
      'atlassian.{Jira,Confluence}().{jql,issue,get_page_by_id,cql}',
      'notion_client.{Client,AsyncClient}().{pages.retrieve,databases.query,blocks.children.list,search}',
    ],
    'https://pygithub.readthedocs.io',
  ),
  changes(
    [
      `${github}.{create_issue,create_file,update_file,delete_file,create_pull,create_git_ref}`,
      'jira.JIRA().{create_issue,add_comment,transition_issue}',
      'notion_client.{Client,AsyncClient}().{pages.create,pages.update,blocks.children.append}',
    ],
    'https://pygithub.readthedocs.io',
  ),
  changes(
    'stripe.{PaymentIntent,Charge,Refund,Invoice,Subscription,PaymentLink,Transfer,Payout}.{create,modify,delete,confirm,capture}',
    'https://docs.stripe.com/api',
  ),
];

export const javascript: readonly Meaning[] = [
  sends(
    [
      'nodemailer{.default,}.createTransport().sendMail',
      '@sendgrid/mail{.default,}.{send,sendMultiple}',
      'resend.Resend().emails.send',
      'postmark.ServerClient().sendEmail',
    ],
    'https://nodemailer.com',
  ),
  sends(`${slackNode}.{chat.postMessage,files.uploadV2,files.upload}`, slack),
  reads(`${slackNode}.{conversations.history,conversations.replies,search.messages}`, slack),
  sends('twilio{.default,}().{messages,calls}.create', 'https://www.twilio.com/docs/libraries/node'),
  sends(`${gmailNode}.send`, gmail),
  reads(`${gmailNode}.{list,get}`, gmail),
  reads(
    [
      'googleapis.google.{drive,docs,sheets,calendar}().{files,documents,events}.{list,get,export}',
      'googleapis.google.sheets().spreadsheets.values.get',
    ],
    'https://developers.google.com/workspace/drive/api/reference/rest/v3',
  ),
  reads(
    [
      `${octokit}.{get,list,listForRepo,getContent,listComments}`,
      '@notionhq/client.Client().{pages.retrieve,databases.query,search}',
    ],
    'https://octokit.github.io/rest.js',
  ),
  changes(
    [
      `${octokit}.{create,createComment,update,merge,createOrUpdateFileContents,deleteFile}`,
      '@notionhq/client.Client().{pages.create,pages.update}',
    ],
    'https://octokit.github.io/rest.js',
  ),
  changes(
    'stripe.default().{paymentIntents,charges,refunds,invoices,subscriptions,paymentLinks,transfers,payouts}.{create,update,cancel,confirm,capture}',
    'https://docs.stripe.com/api',
  ),
];
