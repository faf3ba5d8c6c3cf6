package dev.cadastre.server.web.page;

import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the template {@code NAME.jte} for the view {@code NAME}. */
@Component
final class JteViewResolver implements ViewResolver, Ordered {

    private final Templates templates;

    JteViewResolver(Templates templates) {
        this.templates = templates;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!templates.has(name)) {
            return null;
        }
        return (model, request, response) -> {
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(name, model == null ? new HashMap<>() : new HashMap<>(model), output);
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
