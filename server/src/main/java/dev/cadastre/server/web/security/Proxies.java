package dev.cadastre.server.web.security;

import dev.cadastre.server.storage.StartFailure;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes the address of who asks, and whether by TLS, from the proxies before the server. Nobody
 * else is believed, since anybody can write these headers. Without proxies nothing is read of them.
 */
@Component
class Proxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final List<String> addresses;

    Proxies(ListenProperties properties) {
        this.addresses = properties.proxies().stream().map(Proxies::normal).toList();
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (!addresses.isEmpty()) {
            factory.addEngineValves(valve());
        }
    }

    private RemoteIpValve valve() {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(
                addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    /** As the web server writes it. */
    private static String normal(String address) {
        try {
            return InetAddress.ofLiteral(address.strip()).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "'%s' among cadastre.proxies is no IP address".formatted(address),
                    "Give the addresses from which the proxies connect, such as 127.0.0.1.",
                    e);
        }
    }
}
