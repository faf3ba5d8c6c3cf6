package dev.cadastre.change.run;

import dev.cadastre.change.script.ScriptAnswer;

/** What a host can tell of a script of a bundle that was called before. */
public sealed interface Trace {

    /** It was called, and is still at work. */
    record Running() implements Trace {}

    /** It never began to act. */
    record NeverBegun() implements Trace {}

    /** It came to this, whether or not anybody heard. */
    record Answered(ScriptAnswer answer) implements Trace {}
}
