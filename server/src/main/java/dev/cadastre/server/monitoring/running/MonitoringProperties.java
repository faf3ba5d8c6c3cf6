package dev.cadastre.server.monitoring.running;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How monitors are checked.
 *
 * @param plugins the folder of the plug-ins that may be run on the server
 * @param pluginUser the account that they run as; it must not be able to read the server's home
 * @param pluginsAtOnce how many plug-ins run at the same time
 * @param checksAtOnce how many checks without a process here are made at the same time
 * @param checksAtOncePerHost how many checks concern one host at the same time
 */
@ConfigurationProperties("cadastre.monitoring")
public record MonitoringProperties(
        @DefaultValue("/usr/lib/nagios/plugins") Path plugins,
        @DefaultValue("nobody") String pluginUser,
        @DefaultValue("100") int pluginsAtOnce,
        @DefaultValue("1000") int checksAtOnce,
        @DefaultValue("4") int checksAtOncePerHost) {

    /** Refuses what could never check anything. */
    public MonitoringProperties {
        if (pluginsAtOnce < 1 || checksAtOnce < 1 || checksAtOncePerHost < 1) {
            throw new IllegalArgumentException(
                    "cadastre.monitoring: plugins-at-once, checks-at-once and"
                            + " checks-at-once-per-host must be at least 1");
        }
    }
}
