package dev.cadastre.change;

import java.util.Map;

/** What a program of a change works with. */
public interface ProgramContext extends ScriptContext {

    /** Whether it is only to say what it would change. */
    boolean looksOnly();

    /** Shows a line of output while it runs; secrets in it are masked. */
    void say(String line);

    /** The names of the hosts that the change is for, with the values of each. */
    Map<String, Map<String, String>> hosts();
}
