package dev.cadastre.change.portable;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A script whose parts are files of the change.
 *
 * @param about what it does
 * @param look the part that looks
 * @param act the part that acts
 * @param variables what both are told; empty for nothing
 * @param payload what act reads; empty for nothing
 * @param whole whether all of the payload is sent each time, even if nothing has to be changed
 */
public record CompiledScript(
        String about, String look, String act, String variables, String payload, boolean whole)
        implements ScriptOperation {

    @Override
    public String name() {
        return "script";
    }

    @Override
    public String summary() {
        return about;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the variables are not an object of JSON with texts alone
     */
    @Override
    public Script script(ScriptContext context) {
        Script script = Script.of(text(context, look), text(context, act), told(context));
        return payload.isEmpty() ? script : script.reading(payload(context, payload));
    }

    private Map<String, String> told(ScriptContext context) {
        return variables.isEmpty()
                ? Map.of()
                : JsonText.texts(text(context, variables))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        variables
                                                + " is no object of JSON that holds texts"
                                                + " alone"));
    }

    @Override
    public Script narrowed(Script script, ScriptContext context, ScriptAnswer looked) {
        return whole ? script : ScriptOperation.super.narrowed(script, context, looked);
    }

    private static String text(ScriptContext context, String path) {
        return new String(payload(context, path).bytes(), StandardCharsets.UTF_8);
    }

    private static Payload payload(ScriptContext context, String path) {
        try {
            return context.payload(path);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The change's " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    Texts texts() {
        return Texts.of("about", about)
                .and("look", look)
                .and("act", act)
                .some("variables", variables)
                .some("payload", payload)
                .unless(false, "whole", whole);
    }
}
