import { Server } from 'socket.io';
import { McpServer } from './blocks';

const server = new McpServer({ name: 'blocks' });
server.tool('shovel', 'Digs', {}, async () => 1);
export const io = new Server(3000);
