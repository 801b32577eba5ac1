const secret = 'cjs';
module.exports = { name: secret };
