package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** Servers of the distribution that a host with the role MONITORED can run. */
interface Peer {

    /** Starts them on a host, with which they end, and returns when they answer. */
    void start(LabHost host);

    /**
     * What plug-ins on the server must find, as {@link PluginCheck#of} reads it; {@code HOST}
     * stands for the address of the host.
     */
    default String checks() {
        return "";
    }

    /** The same for plug-ins on the host, which its account {@code ops} runs. */
    default String checksOnHost() {
        return "";
    }
}
