export const skills = ['piano', 'chess'];
