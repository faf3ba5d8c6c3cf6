package dev.cadastre.server.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes who sent the request, for this request and what it continues asynchronously. */
final class CredentialsFilter extends OncePerRequestFilter {

    private final Credentials credentials;
    private final SecurityContextRepository contexts;

    CredentialsFilter(Credentials credentials, SecurityContextRepository contexts) {
        this.credentials = credentials;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        credentials
                .caller(request)
                .ifPresent(caller -> {
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new CallerAuthentication(caller));
                    SecurityContextHolder.setContext(context);
                    contexts.saveContext(context, request, response);
                });
        chain.doFilter(request, response);
    }
}
