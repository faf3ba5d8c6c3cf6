package dev.cadastre.change.run;

import dev.cadastre.change.ScriptOperation;

/** How daemons are restarted and reloaded. Thread-safe. */
public interface Daemons {

    /** What restarts a daemon. */
    ScriptOperation restart(String daemon);

    /** What has a daemon read its configuration again. */
    ScriptOperation reload(String daemon);
}
