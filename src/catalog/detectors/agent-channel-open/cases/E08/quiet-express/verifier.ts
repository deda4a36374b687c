export const verifier = {
  async verifyAccessToken(token: string) {
    const answer = await fetch(`https://id.lindwurm.example/introspect?token=${encodeURIComponent(token)}`);
    return answer.json();
  },
};
