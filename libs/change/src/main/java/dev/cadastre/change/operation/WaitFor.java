package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Waits on a host until something is there. It changes nothing.
 *
 * @param form what kind of thing
 * @param what {@code HOST:PORT}, an address of the web, or a path
 * @param within how long, in whole seconds
 */
public record WaitFor(Form form, String what, Duration within) implements ScriptOperation {

    /** What can be waited for. */
    public enum Form {
        /** Something accepts connections. */
        PORT,
        /** The web answers with success. */
        URL,
        /** Something is at a path. */
        FILE,
        /** Nothing is at a path. */
        ABSENCE
    }

    /** Checks what it is. */
    public WaitFor {
        boolean good =
                switch (form) {
                    case PORT -> what.matches("[A-Za-z0-9._:-]+:[0-9]{1,5}");
                    case URL -> isAddress(what);
                    case FILE, ABSENCE -> what.startsWith("/");
                };
        if (!good) {
            throw new IllegalArgumentException(
                    "cannot wait for a "
                            + form.name().toLowerCase(Locale.ROOT)
                            + " that is written so: "
                            + what);
        }
        if (within.isNegative()) {
            throw new IllegalArgumentException("nobody can wait for " + within);
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "wait.for";
    }

    @Override
    public String summary() {
        return what + (form == Form.ABSENCE ? " to go" : "");
    }

    /** It changes nothing, however it was ended. */
    @Override
    public Script undo(ScriptContext context, Map<String, String> before) {
        return Script.of(
                "fine 'There is nothing to undo, since waiting changes nothing'", ":", Map.of());
    }

    @Override
    public Script script(ScriptContext context) {
        int colon = form == Form.PORT ? what.lastIndexOf(':') : 0;
        return OperationScript.of("wait-for.sh")
                .with("form", form.name().toLowerCase(Locale.ROOT))
                .with("shown", form == Form.ABSENCE ? "the absence of " + what : what)
                .with("what", what)
                .with("host", what.substring(0, colon))
                .with("port", form == Form.PORT ? what.substring(colon + 1) : "")
                .with("seconds", Long.toString(within.toSeconds()))
                .script();
    }
}
