package io.sluice.k6.options;

import java.util.List;
import java.util.Map;

/**
 * Where connections go, and where they may not.
 *
 * @param dns how names are looked up
 * @param hosts addresses (with a port, or not) by host name; a leading {@code *} is any start
 * @param blacklistIps addresses that are not connected to
 * @param blockHostnames host names that are not connected to; see {@link HostPattern}
 * @param localIps addresses to connect from; empty leaves it to the system
 */
public record NetworkOptions(
    DnsOptions dns,
    Map<String, String> hosts,
    List<IpNet> blacklistIps,
    List<String> blockHostnames,
    IpPool localIps) {}
