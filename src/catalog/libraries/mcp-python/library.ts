/** MCP in Python: servers written with FastMCP or the official SDK, and the clients that reach servers. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { clients } from './clients.ts';
import { servers } from './servers.ts';

export default defineLibrary({
  id: 'mcp-python',
  title: 'MCP SDK for Python',
  homepage: 'https://github.com/modelcontextprotocol/python-sdk',
  python: {
    packages: ['mcp', 'fastmcp', 'langchain-mcp-adapters'],
    modules: ['mcp', 'fastmcp', 'langchain_mcp_adapters', 'uvicorn'],
    meanings: [...servers, ...clients],
  },
});
