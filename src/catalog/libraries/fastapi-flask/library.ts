/** Web frameworks and chat fronts for Python: where text from outside enters the code. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';

const route = (of: string, framework: string, reference: string): Meaning => ({
  of,
  when: 'decorator',
  asset: {
    kind: 'web-route',
    name: { at: 0, named: ['path', 'rule'] },
    facts: { framework: { value: framework } },
  },
  links: [{ relation: 'exposes', from: 'self', to: 'application' }],
  handlerParameters: 'untrusted-input',
  reference,
});
const front = (of: string, reference: string): Meaning => ({
  of,
  when: 'decorator',
  handlerParameters: 'untrusted-input',
  reference,
});
const fast = 'fastapi{.FastAPI,.APIRouter,.applications.FastAPI,.routing.APIRouter}()';
const flask = 'flask.{Flask,Blueprint}()';
const methods = '{get,post,put,patch,delete,route,websocket,api_route}';

export default defineLibrary({
  id: 'fastapi-flask',
  title: 'Web frameworks for Python',
  homepage: 'https://fastapi.tiangolo.com',
  python: {
    packages: ['fastapi', 'flask', 'quart', 'sanic', 'starlette', 'streamlit', 'gradio', 'chainlit', 'uvicorn'],
    modules: [
      'fastapi',
      'flask',
      'quart',
      'sanic',
      'starlette',
      'streamlit',
      'gradio',
      'chainlit',
      'uvicorn',
      'werkzeug',
      'pydantic_settings',
      'markupsafe',
    ],
    meanings: [
      route(`${fast}.${methods}`, 'fastapi', 'https://fastapi.tiangolo.com/tutorial/first-steps/'),
      route(`${flask}.${methods}`, 'flask', 'https://flask.palletsprojects.com/en/stable/quickstart/#routing'),
      route(`quart.{Quart,Blueprint}().${methods}`, 'quart', 'https://quart.palletsprojects.com'),
      route(`sanic.{Sanic,Blueprint}().${methods}`, 'sanic', 'https://sanic.dev'),
      {
        of: '{flask,quart}.request',
        when: 'symbol',
        yields: 'untrusted-input',
        reference: 'https://flask.palletsprojects.com/en/stable/quickstart/#the-request-object',
      },
      {
        of: [
          'fastapi{,.responses}.HTMLResponse',
          'starlette.responses.HTMLResponse',
          'flask.render_template_string',
          'markupsafe.Markup',
          'flask.Markup',
        ],
        sink: { kind: 'html', value: { named: ['content', 'source'], at: 0 } },
        reference: 'https://fastapi.tiangolo.com/advanced/custom-response/#html-response',
      },
      {
        of: 'streamlit.{chat_input,text_input,text_area,file_uploader}',
        yields: 'untrusted-input',
        reference: 'https://docs.streamlit.io/develop/api-reference/chat',
      },
      {
        of: 'streamlit.chat_input',
        asset: { kind: 'chatbot', name: { value: 'Streamlit chat' } },
        reference: 'https://docs.streamlit.io/develop/api-reference/chat/st.chat_input',
      },
      {
        of: 'streamlit.{markdown,write,html}',
        sink: { kind: 'html', value: { at: 0 }, onlyIf: { named: ['unsafe_allow_html'] } },
        reference: 'https://docs.streamlit.io/develop/api-reference/text/st.markdown',
      },
      front('chainlit.{on_message,on_chat_start}', 'https://docs.chainlit.io/api-reference/lifecycle-hooks/on-message'),
      {
        of: 'gradio.{ChatInterface,Interface}',
        asset: { kind: 'chatbot', name: { named: ['title'] } },
        handler: { named: ['fn'], at: 0 },
        handlerParameters: 'untrusted-input',
        reference: 'https://www.gradio.app/docs/gradio/chatinterface',
      },
    ],
  },
});
