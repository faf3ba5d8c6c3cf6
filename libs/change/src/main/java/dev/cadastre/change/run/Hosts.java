package dev.cadastre.change.run;

/** The hosts of the estate, for a run. Thread-safe. */
public interface Hosts {

    /** A session with a host, which connects when it is asked to. The caller closes it. */
    HostSession session(String host);
}
