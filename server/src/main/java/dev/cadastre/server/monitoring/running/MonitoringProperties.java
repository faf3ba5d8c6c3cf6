package dev.cadastre.server.monitoring.running;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How monitors are checked.
 *
 * @param plugins the folder of the plug-ins that may be run on the server
 * @param refusedPlugins the names of those that are not run there, since their arguments name what
 *     else is run
 * @param pluginUser the account that they run as; it must not be able to read the server's home
 * @param pluginsAsServer whether that may be the server's own account, to which its home is open
 * @param pluginsAtOnce how many plug-ins run at the same time
 * @param checksAtOnce how many checks without a process here are made at the same time
 * @param checksAtOncePerHost how many checks concern one host at the same time
 */
@ConfigurationProperties("cadastre.monitoring")
public record MonitoringProperties(
        @DefaultValue("/usr/lib/nagios/plugins") Path plugins,
        @DefaultValue({
                    "negate",
                    "urlize",
                    "check_by_ssh",
                    "check_apt",
                    "check_breeze",
                    "check_flexlm",
                    "check_generic",
                    "check_multi"
                })
                Set<String> refusedPlugins,
        @DefaultValue("nobody") String pluginUser,
        @DefaultValue("false") boolean pluginsAsServer,
        @DefaultValue("100") int pluginsAtOnce,
        @DefaultValue("1000") int checksAtOnce,
        @DefaultValue("4") int checksAtOncePerHost) {

    /** Refuses what could never check anything. */
    public MonitoringProperties {
        refusedPlugins = Set.copyOf(refusedPlugins);
        if (pluginsAtOnce < 1 || checksAtOnce < 1 || checksAtOncePerHost < 1) {
            throw new IllegalArgumentException(
                    "cadastre.monitoring: plugins-at-once, checks-at-once and"
                            + " checks-at-once-per-host must be at least 1");
        }
    }
}
