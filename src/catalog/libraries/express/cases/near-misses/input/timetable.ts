export const express = () => ({ get: (from: string, to: (stop: string) => string) => to(from) });
