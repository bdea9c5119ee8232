package io.mdm.enrollment.architecture.planted.enrollment.web;

import io.mdm.enrollment.web.body.QueryParameters;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

public final class Resources {
    private Resources() {}

    @Path("open")
    public static class Good {
        @GET
        @PermitAll
        public void forAll() {}

        @POST
        @Path("some")
        @IdempotentByNature
        @RequiresPermission("some")
        public void forSome() {}

        @PUT
        @RequiresPermission(RequiresPermission.NONE)
        public void once(RequestIdempotency idempotency) {
            idempotency.key();
        }

        @DELETE
        @RequiresPermission("some")
        public void onceElsewhere(RequestIdempotency idempotency) {
            once(idempotency);
        }

        @GET
        @ReadsParameters
        @RequiresPermission("some")
        public void parameters(UriInfo uri) {
            new Parameters(uri.getQueryParameters()).read();
        }
    }

    public static final class Parameters {
        private final QueryParameters parameters;

        private Parameters(MultivaluedMap<String, String> parameters) {
            this.parameters = new QueryParameters(parameters);
        }

        private void read() {
            parameters.refuseIfAny();
        }
    }

    public static class ReadsUnmarked {
        @GET
        @RequiresPermission("some")
        public void parameters(UriInfo uri) {
            new Parameters(uri.getQueryParameters()).read();
        }
    }

    public static class ReadsInjected {
        @GET
        @RequiresPermission("some")
        public void parameters(@QueryParam("page") String page) {}
    }

    public static class ReadsNone {
        @GET
        @ReadsParameters
        @RequiresPermission("some")
        public void parameters(UriInfo uri) {}
    }

    public static class ReadsByItself {
        @GET
        @ReadsParameters
        @RequiresPermission("some")
        public String parameters(UriInfo uri) {
            return uri.getQueryParameters().getFirst("page");
        }
    }

    public static class PostsTwice {
        @POST
        @RequiresPermission("some")
        public void post() {}
    }

    public static class PutsTwice {
        @PUT
        @RequiresPermission("some")
        public void put() {}
    }

    public static class DeletesTwice {
        @DELETE
        @RequiresPermission("some")
        public void delete() {}
    }

    @Path("silent")
    public static class Silent {
        @GET
        public void forWhom() {}
    }

    @Path("blank")
    public static class Blank {
        @POST
        @RequiresPermission
        public void forWhom() {}
    }

    @Path("class-only")
    @RequiresPermission("some")
    public static class OnItsClass {
        @PUT
        public void forWhom() {}
    }

    public static class WithoutPath {
        @DELETE
        public void forWhom() {}

        @PATCH
        @PermitAll
        public void forAll() {}
    }

    @Path("over")
    public static class HandsOver {
        @Path("there")
        public Silent there() {
            return new Silent();
        }
    }

    public static class MethodConsumes {
        @Consumes("application/json")
        public void consume() {}
    }

    public static class MethodProduces {
        @Produces("application/json")
        public void produce() {}
    }

    @ApplicationPath("v1")
    public static class HasApplicationPath extends Application {}

    @WebServlet("/enroll")
    public static class HasServletPath extends HttpServlet {}

    @WebFilter("/*")
    public static class HasFilterPath extends HttpFilter {}

    @WebListener
    public static class IsListener implements ServletContextListener {}

    @Provider
    public static class IsUnbound {}

    @Provider
    @RequiresPermission
    public static class IsBound {}

    @Consumes("application/json")
    public static class ClassConsumes {}

    @Produces("application/json")
    public static class ClassProduces {}
}
