package dev.cadastre.change.file;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.script.Payload;
import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Substitution;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a step's script is made from, with what the file states for all steps where nothing else was
 * given. So a template finds what a reference of the file does.
 *
 * @param given without that
 * @param values with that
 */
record CompleteContext(ScriptContext given, Map<String, String> values) implements ScriptContext {

    static CompleteContext of(IniDocument document, Section section, ScriptContext given) {
        Map<String, String> values = new HashMap<>();
        GivenValues lookup = GivenValues.all(document, given.values());
        for (Entry entry : document.defaults().entries().values()) {
            Binding binding = new Binding(document.file(), document.defaults().name(), entry);
            // What cannot be said for this host may be of no interest to this step.
            if (Substitution.expand(lookup, section.name(), binding)
                    instanceof Expansion.Complete complete) {
                values.put(entry.key(), complete.text());
            }
        }
        given.values().keySet().forEach(key -> values.remove(key.toLowerCase(Locale.ROOT)));
        values.putAll(given.values());
        return new CompleteContext(given, Map.copyOf(values));
    }

    @Override
    public byte[] file(String path) throws IOException {
        return given.file(path);
    }

    @Override
    public Payload payload(String path) throws IOException {
        return given.payload(path);
    }

    @Override
    public List<String> files(String folder) throws IOException {
        return given.files(folder);
    }
}
