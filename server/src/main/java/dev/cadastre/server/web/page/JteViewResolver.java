package dev.cadastre.server.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the compiled template {@code NAME.jte} for the view {@code NAME}. */
@Component
final class JteViewResolver implements ViewResolver, Ordered {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    JteViewResolver.class.getClassLoader(),
                    "dev.cadastre.server.web.generated");

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        if (!templates.hasTemplate(template)) {
            return null;
        }
        return (model, request, response) -> {
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template, model == null ? Map.of() : Map.copyOf(model), output);
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
