import sendgrid from '@sendgrid/mail';
import { WebClient } from '@slack/web-api';
import { tool } from 'ai';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

const transport = nodemailer.createTransport({ host: 'mail.internal' });
const slack = new WebClient(process.env.SLACK_TOKEN);
const stripe = new Stripe(process.env.STRIPE_KEY!);

export const mail = tool({ description: 'Send a mail', execute: ({ to, text }) => transport.sendMail({ to, text }) });
export const notify = tool({ description: 'Notify', execute: ({ to }) => sendgrid.send({ to, from: 'a@example.org', subject: 'Hi', text: 'Hi' }) });
export const read = tool({ description: 'Read a channel', execute: ({ channel }) => slack.conversations.history({ channel }) });
export const refund = tool({ description: 'Refund', execute: ({ charge }) => stripe.refunds.create({ charge }) });
