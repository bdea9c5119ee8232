package io.mdm.enrollment.architecture.planted.enrollment.web;

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
import jakarta.ws.rs.core.Application;
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
        @RequiresPermission("some")
        public void forSome() {}
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
