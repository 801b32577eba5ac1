/**
 * What Sluice's scenarios of the side-by-side benchmark do, said in Gatling's language: the same
 * requests in the same order with the same extractions and checks.
 */
package io.sluice.peers;
