package dev.cadastre.server.web.page;

import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.IssuedToken;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tokens by which programs ask, for those who may issue them. */
@Controller
@RequestMapping("/administration/tokens")
class TokenPages {

    private final Tokens tokens;
    private final Frames frames;
    private final Clock clock;

    TokenPages(Tokens tokens, Frames frames, Clock clock) {
        this.tokens = tokens;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request) {
        return show(request, null, null);
    }

    /** Issues one and shows its secret, this once. */
    @PostMapping
    ModelAndView issue(
            HttpServletRequest request,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "365") long days) {
        try {
            Grant grant = new Grant(role, named(environment), named(host));
            Duration life = Duration.ofDays(Math.clamp(days, 1, 3_650));
            IssuedToken issued = tokens.issue(name, grant, clock.instant().plus(life));
            return show(request, issued, null);
        } catch (AccessProblem problem) {
            ModelAndView page = show(request, null, problem.getMessage());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(@PathVariable long id) {
        tokens.revoke(id);
        return View.redirect("/administration/tokens");
    }

    private static @Nullable String named(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private ModelAndView show(
            HttpServletRequest request, @Nullable IssuedToken issued, @Nullable String problem) {
        return View.of(
                "access/tokens",
                "frame",
                frames.of(request, "Tokens", "administration", ApiPath.BASE + "/tokens"),
                "wording",
                new Wording(clock.instant()),
                "tokens",
                tokens.list(),
                "issued",
                issued,
                "problem",
                problem);
    }
}
