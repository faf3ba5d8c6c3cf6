package dev.cadastre.server.web.page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** A template with its parameters. */
public final class View {

    private View() {}

    /** The template {@code name} with {@code parameters}, which are names and values in turn. */
    public static ModelAndView of(String name, @Nullable Object... parameters) {
        var view = new ModelAndView(name);
        for (int i = 0; i < parameters.length; i += 2) {
            view.addObject(String.valueOf(parameters[i]), parameters[i + 1]);
        }
        return view;
    }

    /** Sends the browser on after a write, so that reloading does not repeat it. */
    public static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
