export const countVisits = (req, res, next) => {
  next();
};
