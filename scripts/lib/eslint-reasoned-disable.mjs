/** Lint rule: a suppressed rule needs its reason beside it, `// eslint-disable-next-line rule -- reason`. */
export const reasonedDisable = {
  meta: { type: 'suggestion', schema: [], messages: { bare: 'Say the reason after ` -- `.' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value)) continue;
          const reason = comment.value.split(' -- ')[1]?.trim() ?? '';
          if (reason.length < 10) context.report({ loc: comment.loc, messageId: 'bare' });
        }
      },
    };
  },
};
