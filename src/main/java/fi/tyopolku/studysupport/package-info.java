/**
 * Special support for studies, educational trials, studies on unemployment benefit (380/2023, 73 to 77 §) and the
 * register of guidance material that they and other modules show, each piece with the date of its review.
 */
package fi.tyopolku.studysupport;
