package dev.cadastre.server.web.security;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.problem.ProblemWriter;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.TalookPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody is told who may not come in: programs get a problem, people the way to sign in. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String HOW =
            "Send an API token as \"Authorization: Bearer cad_…\"; administrators issue them.";

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        if (isForProgram(request)) {
            notSignedIn(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            // The browser follows a redirect inside the exchange; this one it makes a visit of.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/sign-in");
        } else {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/sign-in" + next(request));
        }
    }

    /** Refused by the chain itself, which means a write without its form's token. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (!isSignedIn() && !OpenRoutes.include(request)) {
            commence(request, response, new AuthenticationCredentialsNotFoundException("nobody"));
        } else {
            problems.write(reason instanceof CsrfException ? stale() : closed(), request, response);
        }
    }

    private void notSignedIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(
                "WWW-Authenticate",
                (TalookPath.covers(request) ? "Basic" : "Bearer") + " realm=\"cadastre\"");
        String detail =
                Credentials.presentsToken(request)
                        ? "The token is unknown, expired or revoked."
                        : "The request carries neither a token nor a session.";
        problems.write(
                new ProblemException(ProblemKind.SIGN_IN_NEEDED, detail, HOW), request, response);
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static boolean isForProgram(HttpServletRequest request) {
        return ApiPath.covers(request) || Credentials.presentsToken(request);
    }

    private static String next(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            return "";
        }
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static ProblemException stale() {
        return new ProblemException(
                ProblemKind.FORM_STALE,
                "A write with a session has to come from one of the server's own pages.",
                "Load the page again and repeat the step; programs use an API token instead.");
    }

    private static ProblemException closed() {
        return new ProblemException(
                ProblemKind.NOT_ALLOWED, "This is open to nobody.", "Use another address.");
    }
}
