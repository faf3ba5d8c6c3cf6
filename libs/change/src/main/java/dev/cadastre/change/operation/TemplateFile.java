package dev.cadastre.change.operation;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A file on a host that is made from a template of the change and the values of that host. Like
 * {@link CopyFile} otherwise.
 *
 * @param template below the change's folder, in UTF-8
 * @param target from the root of the host
 * @param rights what it is to have; those that are not said stay
 * @param rendering what fills the template
 */
public record TemplateFile(String template, String target, FileRights rights, Rendering rendering)
        implements Undoable {

    /** Checks the target. */
    public TemplateFile {
        target = Names.requirePath(target);
    }

    @Override
    public String name() {
        return "files.template";
    }

    @Override
    public String summary() {
        return target + " from " + template;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the template cannot be filled
     */
    @Override
    public Script script(ScriptContext context) {
        String text =
                new String(SourceFiles.one(context, template).bytes(), StandardCharsets.UTF_8);
        String rendered = rendering.render(text, context.values());
        return FileScript.writing(
                target, Payload.ofOwn(rendered.getBytes(StandardCharsets.UTF_8)), rights);
    }

    @Override
    public Optional<Script> undo(Map<String, String> before) {
        return FileScript.undo(target, before);
    }
}
