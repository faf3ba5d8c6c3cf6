package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.Account;
import java.util.Optional;

/** Whose rights plug-ins get on the server's own machine. */
sealed interface PluginAccount {

    /** Theirs. */
    record Usable(Account account) implements PluginAccount {}

    /**
     * None are run.
     *
     * @param why as a sentence without an end
     */
    record Refused(String why) implements PluginAccount {}

    /**
     * Decides. Pure.
     *
     * @param found the account that {@code properties} names, if there is one
     * @param server empty if the system does not tell
     */
    static PluginAccount of(
            MonitoringProperties properties,
            Optional<Account> found,
            Optional<ServerRights> server) {
        String name = properties.pluginUser();
        if (found.isEmpty()) {
            return new Refused(
                    "There is no account %s on the server to run plug-ins as; see [monitoring] plugin-user"
                            .formatted(name));
        }
        Account account = found.get().withoutGroups();
        if (account.user() == 0) {
            return new Refused("Plug-ins are never run as root; see [monitoring] plugin-user");
        }
        if (server.isEmpty()) {
            return new Refused(
                    "Plug-ins are not run, since the system does not tell whether %s is the server's own account"
                            .formatted(name));
        }
        if (server.get().users().contains(account.user())) {
            return properties.pluginsAsServer()
                    ? new Usable(account)
                    : new Refused(
                            "%s is the server's own account, whose secrets plug-ins could read; see [monitoring] plugin-user and plugins-as-server"
                                    .formatted(name));
        }
        return server.get().changesAccount()
                ? new Usable(account)
                : new Refused(
                        "The server cannot run plug-ins as %s: that takes root, or the capabilities SETUID, SETGID and KILL"
                                .formatted(name));
    }
}
