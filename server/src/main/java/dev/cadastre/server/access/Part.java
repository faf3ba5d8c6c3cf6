package dev.cadastre.server.access;

/** What permissions are given for. */
public enum Part {
    /** Environments, groups, declared hosts, teams. */
    ESTATE,
    /** Reports of hosts, and what is read from them. */
    INVENTORY,
    /** The map: assets, relations and who answers for them. */
    TOPOLOGY,
    /** Monitors: what is checked, and what is thought of it. */
    MONITORING,
    /** Incidents, silences, and whom they are told. */
    ALERTING,
    /** Changes of hosts: their plans and runs; to run one is to do all that it says on a host. */
    CHANGE,
    /**
     * Application packages, which lie in no environment, and the apps that they are deployed as.
     */
    PARCELS,
    /** The timeline. */
    TIMELINE,
    /** People, tokens and the audit list. */
    ACCESS,
    /** The server itself. */
    SERVER
}
