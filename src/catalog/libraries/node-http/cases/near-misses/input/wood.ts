export default { post: (count: number) => `${count} posts` };
