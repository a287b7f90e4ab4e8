fn main(){ let s=errcat_model::Sources::read(&std::env::args().skip(1).collect::<Vec<_>>());
 match errcat_model::load(&s){Ok(c)=>{for k in &c.catalogs{println!("{} {}",k.id,k.codes.len())}}, Err(f)=>print!("{}",errcat_model::render::human(&f,&s,Default::default()))} }
