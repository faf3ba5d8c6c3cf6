package dev.cadastre.change.operation;

import dev.cadastre.change.script.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A script of this room, from its resource, and its variables as they are added. A resource has two
 * parts, which begin with {@code #: look} and {@code #: act}.
 */
final class OperationScript {

    private static final String LOOK = "\n#: look\n";
    private static final String ACT = "\n#: act\n";

    private final String look;
    private final String act;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private OperationScript(String look, String act) {
        this.look = look;
        this.act = act;
    }

    static OperationScript of(String resource) {
        String text = text(resource);
        int look = text.indexOf(LOOK);
        int act = text.indexOf(ACT);
        return new OperationScript(
                text.substring(look + LOOK.length(), act), text.substring(act + ACT.length()));
    }

    /** The same with what several resources share before both parts. */
    OperationScript sharing(String resource) {
        OperationScript script = new OperationScript(text(resource) + look, act);
        script.variables.putAll(variables);
        return script;
    }

    OperationScript with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    OperationScript with(String variable, boolean value) {
        return with(variable, value ? "yes" : "no");
    }

    OperationScript with(FileRights rights) {
        return with("mode", rights.mode())
                .with("owner", rights.owner())
                .with("group", rights.group());
    }

    Script script() {
        return Script.of(look, act, variables);
    }

    private static String text(String resource) {
        try (InputStream in = OperationScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read from the library's jar", e);
        }
    }
}
