/**
 * Settings of the network, whoever makes them: a scenario's {@code network} and the command line.
 *
 * <pre>
 *  NetworkSettings   changes of single settings; over(Reach) makes them
 *    └─ Reach        the plan's network and limits
 *  Addresses         HOST:PORT:ADDRESS, addresses and ranges of them
 *  CertificateFiles  looks whether files hold what they should
 * </pre>
 */
@NullMarked
package io.sluice.scenarios.network;

import org.jspecify.annotations.NullMarked;
