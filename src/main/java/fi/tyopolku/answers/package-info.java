/**
 * Answers from people without an account: a link in a mail opens a page with a few questions and takes one answer. What
 * is asked and what becomes of the answer is said by the modules that declare an {@link fi.tyopolku.answers.AnswerPurpose}.
 */
package fi.tyopolku.answers;
