// The clipboard exists on secure origins only; elsewhere the text is chosen, ready for Ctrl+C.
export const copy = async (text, field) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(field);
    return false;
  }
};
