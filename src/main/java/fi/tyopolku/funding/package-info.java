/**
 * Money: what funders give, what cases have reserved and committed, who waits for money, and how large a pay subsidy
 * is. An appropriation is never overspent, whoever asks at the same time.
 */
package fi.tyopolku.funding;
