package dev.cadastre.change.portable;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes the scripts of an operation as files: one for all places where it is the same, otherwise
 * one for each.
 */
final class ScriptCompiler {

    private static final int LONGEST = 200;

    private final String folder;
    private final SortedMap<String, Script> scripts;
    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * For the scripts of one operation.
     *
     * @param folder where the files are put
     * @param scripts by the names of places
     */
    ScriptCompiler(String folder, SortedMap<String, Script> scripts) {
        this.folder = folder;
        this.scripts = scripts;
    }

    /** What a program or script is called where its class is not there. */
    static String about(Operation operation) {
        String about = (operation.name() + ": " + operation.summary()).strip();
        String line = about.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The operation that stands in the file. */
    CompiledScript compiled(ScriptOperation operation) {
        boolean reads = scripts.values().stream().anyMatch(one -> one.payload().size() > 0);
        boolean isTold = scripts.values().stream().anyMatch(one -> !one.variables().isEmpty());
        return new CompiledScript(
                about(operation),
                put("look.sh", script -> bytes(script.look())),
                put("act.sh", script -> bytes(script.act())),
                isTold ? put("variables.json", ScriptCompiler::variables) : "",
                reads ? put("payload", script -> script.payload().bytes()) : "",
                reads
                        && isOwn(
                                operation,
                                "narrowed",
                                Script.class,
                                ScriptContext.class,
                                ScriptAnswer.class));
    }

    private static byte[] variables(Script script) {
        return bytes(JsonText.object(new TreeMap<>(script.variables())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String put(String name, Function<Script, byte[]> part) {
        byte[] first = part.apply(scripts.values().iterator().next());
        if (scripts.values().stream().allMatch(one -> Arrays.equals(part.apply(one), first))) {
            files.put(folder + "/" + name, first);
            return folder + "/" + name;
        }
        scripts.forEach((place, script) ->
                files.put(folder + "/on-" + place + "/" + name, part.apply(script)));
        return folder + "/on-${" + FolderContext.HOST + "}/" + name;
    }

    /** All files, by their paths. */
    Map<String, byte[]> files() {
        return files;
    }

    /** Whether the class of an operation does by itself what all can do in a usual way. */
    static boolean isOwn(ScriptOperation operation, String method, Class<?>... parameters) {
        try {
            return operation.getClass().getMethod(method, parameters).getDeclaringClass()
                    != ScriptOperation.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every ScriptOperation has " + method, e);
        }
    }
}
