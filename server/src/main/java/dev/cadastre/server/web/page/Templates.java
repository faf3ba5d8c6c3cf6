package dev.cadastre.server.web.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The templates, compiled when the server was built. Thread-safe. */
@Component
class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Templates.class.getClassLoader(),
                    "dev.cadastre.server.web.generated");

    boolean has(String name) {
        return engine.hasTemplate(name + ".jte");
    }

    void render(String name, Map<String, @Nullable Object> parameters, TemplateOutput output) {
        engine.render(name + ".jte", parameters, output);
    }

    /** A template as a part of another one. */
    Content content(String name, Map<String, @Nullable Object> parameters) {
        return output -> render(name, parameters, output);
    }
}
