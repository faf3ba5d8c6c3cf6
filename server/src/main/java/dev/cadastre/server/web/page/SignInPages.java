package dev.cadastre.server.web.page;

import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.access.Person;
import dev.cadastre.server.access.Sessions;
import dev.cadastre.server.access.SignIn;
import dev.cadastre.server.access.SignInLinks;
import dev.cadastre.server.access.SignInResult;
import dev.cadastre.server.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ways in and out. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final SignInLinks links;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Frames frames;

    SignInPages(
            SignIn signIn,
            SignInLinks links,
            Sessions sessions,
            SessionCookie cookie,
            Frames frames) {
        this.signIn = signIn;
        this.links = links;
        this.sessions = sessions;
        this.cookie = cookie;
        this.frames = frames;
    }

    @GetMapping("/sign-in")
    ModelAndView form(HttpServletRequest request, @RequestParam @Nullable String next) {
        return form(request, "", LocalPath.of(next), null);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam @Nullable String next) {
        String path = LocalPath.of(next);
        return switch (signIn.signIn(name, password, Origins.of(request))) {
            case SignInResult.SignedIn signedIn -> enter(response, signedIn, path);
            case SignInResult.Refused refused ->
                    refuse(form(request, name, path, refused.reason()), HttpStatus.FORBIDDEN);
            case SignInResult.TooMany tooMany ->
                    delay(form(request, name, path, tooMany.reason()), tooMany, response);
        };
    }

    /** Shows whom a link lets in; it is used up by the form that this page holds. */
    @GetMapping(path = "/sign-in", params = "code")
    ModelAndView link(HttpServletRequest request, @RequestParam String code) {
        return link(request, code, null);
    }

    @PostMapping("/sign-in/link")
    ModelAndView redeem(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String password) {
        @Nullable String wanted = password.isEmpty() ? null : password;
        try {
            return switch (links.redeem(code, wanted, Origins.of(request))) {
                case SignInResult.SignedIn signedIn -> enter(response, signedIn, "/");
                case SignInResult.Refused _, SignInResult.TooMany _ -> link(request, code, null);
            };
        } catch (AccessProblem problem) {
            return refuse(link(request, code, problem.getMessage()), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletResponse response) {
        sessions.signOut();
        cookie.clear(response);
        return View.redirect("/sign-in");
    }

    private ModelAndView enter(
            HttpServletResponse response, SignInResult.SignedIn signedIn, String next) {
        cookie.write(response, signedIn.secret());
        return View.redirect(next);
    }

    private ModelAndView form(
            HttpServletRequest request, String name, String next, @Nullable String problem) {
        return View.of(
                "access/sign-in",
                "frame",
                frames.of(request, "Sign in", "", null),
                "name",
                name,
                "next",
                next,
                "problem",
                problem);
    }

    private ModelAndView link(HttpServletRequest request, String code, @Nullable String problem) {
        Optional<Person> person = links.person(code);
        if (person.isEmpty()) {
            return refuse(form(request, "", "/", SignInLinks.REFUSAL), HttpStatus.FORBIDDEN);
        }
        return View.of(
                "access/link",
                "frame",
                frames.of(request, "Sign in", "", null),
                "person",
                person.get(),
                "code",
                code,
                "problem",
                problem);
    }

    private static ModelAndView refuse(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static ModelAndView delay(
            ModelAndView page, SignInResult.TooMany tooMany, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(tooMany.seconds()));
        return refuse(page, HttpStatus.TOO_MANY_REQUESTS);
    }
}
