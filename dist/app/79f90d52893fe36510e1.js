module.exports = eval("require")("../cache-process/index.js");
