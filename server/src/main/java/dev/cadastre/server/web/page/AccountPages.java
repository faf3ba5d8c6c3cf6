package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.access.Sessions;
import dev.cadastre.server.access.SignIn;
import dev.cadastre.server.access.SignInResult;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one looks after oneself: the password, and where one is signed in. */
@Controller
class AccountPages {

    private final Access access;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Frames frames;
    private final Clock clock;

    AccountPages(
            Access access,
            SignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            Frames frames,
            Clock clock) {
        this.access = access;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request) {
        return account(request, null);
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String present,
            @RequestParam String wanted) {
        try {
            return switch (signIn.changePassword(present, wanted, Origins.of(request))) {
                case SignInResult.SignedIn signedIn -> {
                    cookie.write(response, signedIn.secret());
                    yield View.redirect("/account");
                }
                case SignInResult.Refused refused ->
                        refused(request, refused.reason(), HttpStatus.FORBIDDEN);
                case SignInResult.TooMany tooMany ->
                        refused(request, tooMany.reason(), HttpStatus.TOO_MANY_REQUESTS);
            };
        } catch (AccessProblem problem) {
            return refused(request, problem.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/account/sessions/{id}/end")
    ModelAndView end(@PathVariable long id) {
        sessions.end(id);
        return View.redirect("/account");
    }

    private ModelAndView refused(
            HttpServletRequest request, @Nullable String problem, HttpStatus status) {
        ModelAndView page = account(request, problem);
        page.setStatus(status);
        return page;
    }

    private ModelAndView account(HttpServletRequest request, @Nullable String problem) {
        return View.of(
                "access/account",
                "frame",
                frames.of(request, "Your account", "", ApiPath.BASE + "/sessions"),
                "wording",
                new Wording(clock.instant()),
                "actor",
                access.actor(),
                "sessions",
                sessions.own(),
                "problem",
                problem);
    }
}
