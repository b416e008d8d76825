/** What an employer would get from pay subsidy and municipal supplement together: an estimate, no decision. */
package fi.tyopolku.funding.estimates;
