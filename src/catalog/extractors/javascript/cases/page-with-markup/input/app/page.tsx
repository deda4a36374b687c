'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChat } from '@ai-sdk/react';
import Markdown from '../components/markdown';

const Editor = dynamic(() => import('../components/editor'), { ssr: false });

export default function Page({ params: { id }, title = 'Chat' }: { params: { id: string }; title?: string }) {
  const { messages, sendMessage } = useChat({ id });
  const [input, setInput] = useState('');
  return (
    <main className="page">
      <h1>{title}</h1>
      {messages.map((message) => (
        <article key={message.id} onClick={() => track(message.id)}>
          <div dangerouslySetInnerHTML={{ __html: message.content }} />
          <Markdown components={{ a: Link }} {...rest}>{message.content}</Markdown>
          <a href={message.url}>open</a>
        </article>
      ))}
      <Editor.Box value={input} onChange={setInput} autoFocus />
    </main>
  );
}
