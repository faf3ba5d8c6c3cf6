package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import dev.cadastre.server.web.api.problem.Problems;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows whatever a page fails with as a page: what happened, and what to do next. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageProblemResolver implements HandlerExceptionResolver {

    private final Problems problems;
    private final Frames frames;

    PageProblemResolver(Problems problems, Frames frames) {
        this.problems = problems;
        this.frames = frames;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (ApiPath.covers(request)) {
            return null;
        }
        Problem problem = problems.explain(request, failure).problem(null);
        response.setStatus(problem.status());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("frame", frames.of(request, problem.title(), "", null));
        model.put("title", problem.title());
        model.put("detail", problem.detail());
        model.put("remedy", problem.remedy());
        return new ModelAndView("problem", model);
    }
}
