import { express } from './timetable';

const app = express();
app.get('/coffee', (stop: string) => stop);
