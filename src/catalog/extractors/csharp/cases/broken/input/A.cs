namespace Acme;

class A
{
    void B( {
    }
    void C() { D("x"); }
}
